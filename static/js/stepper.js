// The ± buttons of a stepper. With data-send on the number, the form goes off by itself after a short rest.
// The number is a text field: Arabic-Indic digits may be typed, here and without script.
const REST = 700;
const timers = new WeakMap();

function western(text) {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.codePointAt(0) & 0xf)).replace(/[^\d]/g, "");
}

function least(input) { return Number(input.dataset.least || 0); }
function most(input) { return "most" in input.dataset ? Number(input.dataset.most) : Infinity; }

function show(step) {
  const input = step.querySelector("input");
  const value = Number(western(input.value));
  step.querySelector("[data-by='-1']").disabled = value <= least(input);
  step.querySelector("[data-by='1']").disabled = value >= most(input);
}

function put(input, value) {
  input.value = Math.min(Math.max(value, least(input)), most(input));
  show(input.closest(".step"));
  if (!("send" in input.dataset) || !input.form) return;
  clearTimeout(timers.get(input));
  timers.set(input, setTimeout(() => input.form.requestSubmit(), REST));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest(".step button[data-by]");
  if (!button) return;
  const input = button.closest(".step").querySelector("input");
  put(input, Number(western(input.value)) + Number(button.dataset.by));
});

document.addEventListener("change", (event) => {
  if (event.target.closest(".step") && western(event.target.value)) put(event.target, Number(western(event.target.value)));
});

document.querySelectorAll(".step").forEach(show);
