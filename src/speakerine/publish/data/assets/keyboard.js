"use strict";

// Keys, where what has the focus does not need them itself. None is a letter or a figure (WCAG 2.1.4).
{
  const { audio, seek, toggle } = listen;
  const TAKE_ALL = "input, select, textarea, audio, dialog, [contenteditable]";
  const TAKE_SPACE = "a, button, summary";
  const dialog = document.getElementById("clavier");
  const press = (what) => document.querySelector(`[data-do=${what}]`)?.click();

  const KEYS = {
    " ": toggle,
    ArrowLeft: () => seek(audio.currentTime - 15),
    ArrowRight: () => seek(audio.currentTime + 30),
    "Shift+ArrowLeft": () => press("previous-sentence"),
    "Shift+ArrowRight": () => press("next-sentence"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest(TAKE_ALL)) return;
    if (event.key === " " && event.target.closest(TAKE_SPACE)) return;
    const act = KEYS[`${event.shiftKey ? "Shift+" : ""}${event.key}`];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.getElementById("touches").addEventListener("click", () => dialog.showModal());
  document.getElementById("fermer").addEventListener("click", () => dialog.close());
}
