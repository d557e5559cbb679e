"use strict";

// The text that follows the voice, and the voice that goes where a sentence is touched.
{
  const { audio, seek, play, indexAt } = listen;
  const sentences = [...document.querySelectorAll(".said")];
  const startsS = sentences.map((sentence) => Number(sentence.dataset.at));
  const player = document.querySelector(".player");
  const RESTART_S = 2; // further into a sentence, « previous » says it again
  let current = -1;

  /** Whether some of it is in view, below the player that stays at the top. */
  function isSeen(element) {
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > Math.max(0, player.getBoundingClientRect().bottom) && top < innerHeight;
  }

  function bringIntoView(element) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  // The page moves only for one who is reading along: the last sentence is in view and this one is not.
  function show() {
    const index = indexAt(startsS, audio.currentTime);
    if (index === current) return;
    const [last, next] = [sentences[current], sentences[index]];
    last?.removeAttribute("aria-current");
    next?.setAttribute("aria-current", "true");
    current = index;
    if (last && next && isSeen(last) && !isSeen(next)) bringIntoView(next);
  }

  function goTo(index) {
    if (index >= 0 && index < sentences.length) seek(startsS[index]);
    else if (index < 0) seek(0);
  }

  const goPrevious = () => {
    const restarts = current >= 0 && audio.currentTime - startsS[current] > RESTART_S;
    goTo(restarts ? current : current - 1);
  };
  const goNext = () => goTo(current + 1);

  document.getElementById("texte")?.addEventListener("click", (event) => {
    const sentence = event.target.closest(".said");
    if (!sentence || !getSelection().isCollapsed) return;
    seek(Number(sentence.dataset.at));
    play();
  });
  document.querySelector("[data-do=previous-sentence]")?.addEventListener("click", goPrevious);
  document.querySelector("[data-do=next-sentence]")?.addEventListener("click", goNext);

  // A link to a moment, from a search say, shows the words of that moment.
  audio.addEventListener("linked", () => sentences[current] && bringIntoView(sentences[current]));
  audio.addEventListener("timeupdate", show);
}
