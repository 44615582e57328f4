// A form is sent once: a second tap on a slow line must not order twice. The button says what is happening.
const PATIENCE = 20000;

function wake() {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.removeAttribute("aria-busy");
    const words = button.querySelector("[data-words]");
    if (words && words.dataset.words) words.textContent = words.dataset.words;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "1";
  setTimeout(wake, PATIENCE); // the line may have dropped: the server keeps a second try from counting twice
  const button = event.submitter || form.querySelector("button[type=submit]");
  if (!button) return;
  button.setAttribute("aria-busy", "true");
  const words = button.querySelector("[data-words]");
  if (button.dataset.busy && words) {
    words.dataset.words = words.textContent;
    words.textContent = button.dataset.busy;
  }
});

// Coming back with the browser's Back button shows the page as it was left: wake the form up.
window.addEventListener("pageshow", wake);
