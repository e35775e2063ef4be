// In a narrow window the panels of all columns stand below each other, in the order
// that the style sheet gives them. There they are put into that order in the page,
// too, so that Tab and screen readers go from one to the next as the eye does.
{
  const narrow = matchMedia("(max-width: 47.5em)");
  const columns = [...document.querySelectorAll("main > .column")].map((column) => [column, [...column.children]]);

  // Put moves panels to the end of an element, in the page all the time where the
  // browser can do that: what has the focus keeps it.
  const put = (element, panels) => {
    for (const panel of panels) {
      element.moveBefore ? element.moveBefore(panel, null) : element.append(panel);
    }
  };
  const order = (panel) => Number(getComputedStyle(panel).order);

  const arrange = () => {
    const { activeElement } = document;
    if (!narrow.matches) {
      columns.forEach(([column, panels]) => put(column, panels));
    } else {
      const panels = columns.flatMap(([, panels]) => panels);
      put(columns[0][0].parentElement, panels.sort((a, b) => order(a) - order(b)));
    }
    activeElement?.focus({ preventScroll: true });
  };

  if (columns.length > 0 && !location.hash.includes("view=embed")) {
    if (narrow.matches) {
      arrange();
    }
    narrow.addEventListener?.("change", arrange);
  }
}
