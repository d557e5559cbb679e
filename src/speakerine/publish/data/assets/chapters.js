"use strict";

// Chapters: marked on the line, the current one named; every time on the page that one can go to.
{
  const { audio, durationS, seek, play, indexAt } = listen;
  const chapters = [...document.querySelectorAll(".chapters [data-at]")];
  const startsS = chapters.map((link) => Number(link.dataset.at));
  const now = document.getElementById("chapitre");
  let current = -1;

  function drawTicks() {
    const ticks = startsS.slice(1).map((startS) => {
      const tick = document.createElement("i");
      tick.style.setProperty("--at", `${(100 * startS) / durationS()}%`);
      return tick;
    });
    document.getElementById("reperes").replaceChildren(...ticks);
  }

  function show() {
    const index = indexAt(startsS, audio.currentTime);
    if (index === current) return;
    chapters[current]?.removeAttribute("aria-current");
    chapters[index]?.setAttribute("aria-current", "true");
    now.textContent = chapters[index]?.querySelector(".name").textContent ?? "";
    current = index;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-at]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    seek(Number(link.dataset.at));
    play();
  });

  if (chapters.length) {
    drawTicks();
    audio.addEventListener("durationchange", drawTicks);
    audio.addEventListener("timeupdate", show);
    show();
  }
}
