"use strict";

// Where one stopped, and how fast one listens, kept in this browser alone.
{
  const { audio, guid, durationS, clock, seek, announce, recall, keep } = listen;
  const POSITION = `position ${guid}`;
  const EDGE_S = 10; // so near the beginning or the end, there is nothing to resume
  const EVERY_S = 3;
  const speed = document.getElementById("vitesse");
  const startOver = document.getElementById("reprendre");
  let keptAtS = 0;

  function remember() {
    const now = audio.currentTime;
    const worthIt = now >= EDGE_S && now <= durationS() - EDGE_S;
    keep(POSITION, worthIt ? now.toFixed(1) : null);
    keptAtS = now;
  }

  function setSpeed(rate) {
    audio.defaultPlaybackRate = audio.playbackRate = rate;
  }

  const known = recall("speed");
  if ([...speed.options].some((option) => option.value === known)) speed.value = known;
  setSpeed(Number(speed.value));
  speed.addEventListener("change", () => {
    setSpeed(Number(speed.value));
    keep("speed", speed.value);
  });

  const resumeS = Number(recall(POSITION));
  if (resumeS > 0 && resumeS < durationS() && !location.hash.startsWith("#t=")) {
    seek(resumeS);
    announce(`Reprise à ${clock(resumeS)}.`);
    startOver.hidden = false;
  }
  startOver.addEventListener("click", () => {
    seek(0);
    keep(POSITION, null);
    announce("");
    startOver.hidden = true;
    document.querySelector("[data-do=toggle]").focus();
  });

  audio.addEventListener("timeupdate", () => {
    if (!audio.paused && Math.abs(audio.currentTime - keptAtS) >= EVERY_S) remember();
  });
  audio.addEventListener("pause", remember);
  addEventListener("pagehide", () => {
    if (audio.played.length > 0) remember(); // paused a moment ago, it may not have been told yet
  });
}
