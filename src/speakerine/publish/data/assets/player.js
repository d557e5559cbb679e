"use strict";

// The controls that take the place of the browser's own.
{
  const { audio, canKeep, durationS, clock, seek, toggle, announce } = listen;
  const deck = document.getElementById("platine");
  const slider = document.getElementById("position");
  const time = document.getElementById("temps");
  const playKey = deck.querySelector("[data-do=toggle]");
  let dragging = false;

  function show() {
    const now = dragging ? Number(slider.value) : audio.currentTime;
    if (!dragging) slider.value = now;
    slider.style.setProperty("--played", `${(100 * now) / durationS()}%`);
    slider.setAttribute("aria-valuetext", `${clock(now)} sur ${clock(Math.round(durationS()))}`);
    time.textContent = clock(now);
  }

  function showState() {
    deck.classList.toggle("playing", !audio.paused);
    playKey.setAttribute("aria-label", audio.paused ? "Écouter" : "Pause");
  }

  deck.querySelector("[data-do=back]").addEventListener("click", () => seek(audio.currentTime - 15));
  deck.querySelector("[data-do=forward]").addEventListener("click", () => seek(audio.currentTime + 30));
  playKey.addEventListener("click", toggle);

  slider.addEventListener("input", () => {
    dragging = true;
    show();
  });
  slider.addEventListener("change", () => {
    dragging = false;
    seek(Number(slider.value));
  });

  for (const name of ["timeupdate", "seeked"]) audio.addEventListener(name, show);
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, showState);
  audio.addEventListener("durationchange", () => {
    slider.max = Math.floor(durationS());
    show();
  });
  audio.addEventListener("error", () => {
    announce("Le son ne vient pas : vérifiez la connexion, puis réessayez.");
  });

  document.body.classList.add("playable");
  document.getElementById("garder").hidden = !canKeep;
  for (const part of document.querySelectorAll("#platine, #outils, [data-with=script]")) part.hidden = false;
  audio.controls = false;
  audio.hidden = true;
  show();
}
