const lists = [...document.querySelectorAll("select[data-filter]")];
const rows = [...document.querySelectorAll("[data-row]")];
const groups = [...document.querySelectorAll("[data-group]")];
function filter() {
  const wanted = lists.filter((list) => list.value);
  for (const row of rows) {
    row.hidden = wanted.some((list) => !(row.dataset[list.dataset.filter] ?? "").split(" ").includes(list.value));
  }
  for (const group of groups) {
    group.hidden = !group.querySelector("[data-row]:not([hidden])");
    if ("open" in group) group.open = wanted.length > 0 && !group.hidden;
  }
  document.getElementById("count").textContent = rows.filter((row) => !row.hidden).length + " of " + rows.length + " shown";
}
for (const list of lists) list.addEventListener("change", filter);
filter();
