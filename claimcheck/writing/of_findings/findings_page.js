"use strict";
// A click on a finding, or on a marked place, shows every place that belongs to it.
document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target.closest("[data-places]") : null;
  if (!target) return;
  const names = new Set(target.dataset.places.split(" "));
  document.querySelectorAll(".shown").forEach((element) => element.classList.remove("shown"));
  const touched = new Set();
  const isItem = target.tagName === "LI";
  document.querySelectorAll("[data-places]").forEach((element) => {
    if (!element.dataset.places.split(" ").some((name) => names.has(name))) return;
    if (element.tagName === "MARK" || element === target || !isItem) element.classList.add("shown");
    const section = element.closest("section");
    if (element !== target && !touched.has(section) && (element.tagName === "MARK") === isItem) {
      touched.add(section);
      element.scrollIntoView({ block: "center" });
    }
  });
});
