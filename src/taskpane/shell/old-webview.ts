// For webviews too old to run the pane, and for scripts that are blocked: after a while the page says so itself. Written so that any browser runs it.

function sayWhatIsWrong(): void {
  const { documentElement: page } = document;
  if (!page.getAttribute("data-pane")) page.setAttribute("data-late", "true");
}

setTimeout(sayWhatIsWrong, 12000);
