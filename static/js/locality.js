// Show only the towns of the chosen governorate. Without script the towns stand in groups under its name.
// <select data-localities-of="id of the governorate select"> with <optgroup label="governorate's name">.
for (const towns of document.querySelectorAll("select[data-localities-of]")) {
  const governorates = document.getElementById(towns.dataset.localitiesOf);
  if (!governorates) continue;
  const groups = [...towns.querySelectorAll("optgroup")];

  const narrow = () => {
    const chosen = governorates.selectedOptions[0];
    const name = chosen && chosen.value ? chosen.textContent.trim() : "";
    const left = groups.filter((group) => !name || group.label === name);
    const kept = towns.value;
    for (const group of groups) group.remove();
    towns.append(...(left.length ? left : groups));
    towns.value = kept;
    if (towns.selectedIndex < 0) towns.selectedIndex = 0;
  };

  governorates.addEventListener("change", narrow);
  narrow();
}
