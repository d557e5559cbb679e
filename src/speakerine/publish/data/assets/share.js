"use strict";

// A link to this very moment: made here, and followed here.
{
  const { audio, clock, seek, announce } = listen;
  const button = document.getElementById("partager");
  const field = document.getElementById("adresse-partagee");

  const addressOfNow = () => `${location.href.replace(/#.*/s, "")}#t=${Math.floor(audio.currentTime)}`;

  // Without HTTPS browsers give scripts no clipboard: the address is then there to copy by hand.
  function showAddress(url) {
    const input = field.querySelector("input");
    field.hidden = false;
    input.value = url;
    input.focus();
    input.select();
    announce("Copiez cette adresse.");
  }

  async function share() {
    const url = addressOfNow();
    if (navigator.share) {
      await navigator.share({ title: document.title, url }).catch(() => {}); // the listener changed their mind
      return;
    }
    try {
      await navigator.clipboard.writeText(url);
      announce(`Adresse copiée, à ${clock(audio.currentTime)}.`);
    } catch {
      showAddress(url);
    }
  }

  function follow() {
    const moment = /^#t=(\d+(?:\.\d+)?)$/.exec(location.hash);
    if (!moment) return;
    seek(Number(moment[1]));
    announce(`Départ à ${clock(audio.currentTime)}.`);
    audio.dispatchEvent(new Event("linked"));
  }

  button.addEventListener("click", share);
  audio.addEventListener("timeupdate", () => {
    button.textContent = `Partager à ${clock(audio.currentTime)}`;
  });
  addEventListener("hashchange", follow);
  follow();
}
