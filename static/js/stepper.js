// The ± buttons of a stepper. With data-send on the number, the form goes off by itself after a short rest.
const REST = 700;
const timers = new WeakMap();

function bound(input, value) {
  const least = Number(input.min || 0);
  const most = input.max === "" ? Infinity : Number(input.max);
  return Math.min(Math.max(value, least), most);
}

function show(step) {
  const input = step.querySelector("input");
  const value = Number(input.value) || 0;
  step.querySelector("[data-by='-1']").disabled = value <= Number(input.min || 0);
  step.querySelector("[data-by='1']").disabled = input.max !== "" && value >= Number(input.max);
}

function send(input) {
  if (!("send" in input.dataset) || !input.form) return;
  clearTimeout(timers.get(input));
  timers.set(input, setTimeout(() => input.form.requestSubmit(), REST));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".step button[data-by]");
  if (!button) return;
  const step = button.closest(".step");
  const input = step.querySelector("input");
  input.value = bound(input, (Number(input.value) || 0) + Number(button.dataset.by));
  show(step);
  input.dispatchEvent(new Event("change", { bubbles: true }));
});

document.addEventListener("change", (event) => {
  const step = event.target.closest(".step");
  if (!step || event.target.value === "") return;
  event.target.value = bound(event.target, Math.round(Number(event.target.value)) || 0);
  show(step);
  send(event.target);
});

document.querySelectorAll(".step").forEach(show);
