"use strict";

// The timer of those who fall asleep: it stops the sound after some minutes, or at the chapter's end.
{
  const { audio, durationS, indexAt, announce } = listen;
  const choice = document.getElementById("minuterie");
  const startsS = [...document.querySelectorAll(".chapters [data-at]")].map((link) => Number(link.dataset.at));
  let timer;
  let stopAtS = Infinity;

  function stop() {
    audio.pause();
    choice.value = "";
    stopAtS = Infinity;
    announce("La minuterie a arrêté l’écoute.");
  }

  choice.addEventListener("change", () => {
    clearTimeout(timer);
    stopAtS = Infinity;
    if (choice.value === "chapter") {
      stopAtS = startsS[indexAt(startsS, audio.currentTime) + 1] ?? durationS();
    } else if (choice.value) {
      timer = setTimeout(stop, Number(choice.value) * 60_000);
    }
  });

  audio.addEventListener("timeupdate", () => {
    if (!audio.paused && audio.currentTime >= stopAtS) stop();
  });
}
