// Which keys are the grid's: it hears those of the whole page, and takes Tab for an arrow.

/** Leaves the grid the keys that no other control has; Tab leads on from it, unless a cell is being edited. */
export function keepKeys(place: HTMLElement, grid: HTMLRevoGridElement): void {
  place.tabIndex = 0;
  // The grid keeps a press of the mouse from moving the focus.
  place.addEventListener("pointerdown", () => {
    if (!place.contains(document.activeElement)) place.focus({ preventScroll: true });
  });
  grid.addEventListener("beforekeydown", (event) => {
    const { activeElement, body } = document;
    const isElsewhere = activeElement !== body && !place.contains(activeElement);
    const isLeaving = event.detail.original.key === "Tab" && !grid.querySelector("revogr-edit");
    if (isElsewhere || isLeaving) event.preventDefault();
  });
}
