// What the pages do besides: they are whole without it.
document.querySelectorAll("[data-copy]").forEach((button) => {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.textContent = "Copié";
    setTimeout(() => { button.textContent = "Copier"; }, 2000);
  });
});

document.querySelectorAll("input[readonly]").forEach((input) => {
  input.addEventListener("focus", () => input.select());
});

const players = [...document.querySelectorAll("audio")];
players.forEach((player) => {
  player.addEventListener("play", () => {
    players.filter((other) => other !== player).forEach((other) => other.pause());
  });
});

document.querySelectorAll("[data-seek]").forEach((link) => {
  link.addEventListener("click", (event) => {
    const player = document.getElementById("lecteur");
    event.preventDefault();
    player.currentTime = Number(link.dataset.seek);
    player.play();
  });
});
