// The Tab key in the pane: the browser's own order counts, which knows what stands inside our controls.

/**
 * Lets the browser move the focus. In Excel on the web, office.js takes every Tab that reaches the window and moves the focus among the
 * elements that it finds in the document; it does not see into the shadow trees of controls, and so always begins with the first one again.
 */
export function keepTabOrder(page: Document): void {
  page.addEventListener("keydown", (event) => {
    if (event.key === "Tab") event.stopPropagation();
  });
}
