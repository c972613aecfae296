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
// A link to rows opens them, and drops the filters where these hide them.
function reveal(id) {
  const target = document.getElementById(id);
  if (!target?.matches("details")) return;
  if (target.hidden) {
    for (const list of lists) list.value = "";
    filter();
  }
  target.open = true;
}
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) reveal(link.getAttribute("href").slice(1));
});
for (const list of lists) list.addEventListener("change", filter);
filter();
reveal(location.hash.slice(1));
