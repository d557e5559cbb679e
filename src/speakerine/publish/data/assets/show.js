// What the list does besides: copies the feed's address, and plays an episode where one is.
"use strict";

(() => {
  const address = document.getElementById("adresse");
  const copy = document.querySelector("[data-copy]");
  if (copy) {
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      const done = await copied(address);
      document.getElementById("copie").textContent = done ? "Adresse copiée." : "Copiez l’adresse choisie.";
      copy.textContent = done ? "Copiée" : "Choisie";
      setTimeout(() => { copy.textContent = "Copier"; }, 2500);
    });
    address.addEventListener("focus", () => address.select());
  }

  /** Whether it could be copied; without https, and where that is refused, it is chosen at least. */
  async function copied(input) {
    try {
      await navigator.clipboard.writeText(input.value);
      return true;
    } catch {
      input.select();
      return document.execCommand("copy");
    }
  }

  const bar = document.createElement("aside");
  bar.className = "listening-bar";
  bar.setAttribute("aria-label", "Écoute en cours");
  const name = document.createElement("a");
  const line = document.createElement("p");
  const sound = Object.assign(document.createElement("audio"), { controls: true });
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: "Fermer", className: "quiet" });
  line.append(name);
  bar.append(line, sound, close);

  const buttons = [...document.querySelectorAll("a.play")].map(asButton);
  let current = null; // the button of what is in the bar
  let place = null; // where its position is kept; the episode's own page goes on from there

  /** The link to an episode's page, made a button that plays it here. */
  function asButton(link) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "play";
    button.setAttribute("aria-pressed", "false");
    button.append(...link.childNodes);
    button.addEventListener("click", () => {
      if (current !== button) open(button, link);
      if (sound.paused) sound.play().catch(mark);
      else sound.pause();
    });
    link.replaceWith(button);
    return button;
  }

  function open(button, link) {
    remember();
    [current, place] = [button, `speakerine position ${link.dataset.guid}`];
    sound.src = link.dataset.sound;
    sound.currentTime = recalled();
    name.href = link.href;
    name.textContent = link.dataset.title;
    sound.setAttribute("aria-label", `Écouter : ${link.dataset.title}`);
    document.querySelector("footer").after(bar);
    document.documentElement.classList.add("is-listening");
  }

  // A browser may refuse to keep anything.
  function recalled() {
    try { return Number(localStorage.getItem(place)); } catch { return 0; }
  }

  function remember() {
    if (!current || !sound.currentTime) return;
    try {
      if (sound.ended) localStorage.removeItem(place);
      else localStorage.setItem(place, sound.currentTime.toFixed(1));
    } catch { /* not kept */ }
  }

  function mark() {
    remember();
    for (const button of buttons) button.setAttribute("aria-pressed", String(button === current && !sound.paused));
  }

  for (const event of ["play", "pause", "ended", "error"]) sound.addEventListener(event, mark);
  addEventListener("pagehide", remember);
  close.addEventListener("click", () => {
    const last = current;
    remember();
    current = null;
    sound.pause();
    sound.removeAttribute("src");
    bar.remove();
    document.documentElement.classList.remove("is-listening");
    mark();
    last.focus();
  });
})();
