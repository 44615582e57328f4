// A cached page is the same for everybody: the number on the basket is filled in from a cookie.
const badge = document.querySelector("[data-basket-count]");
const found = document.cookie.match(/(?:^|;\s*)basket_count=(\d+)/);
if (badge && found) {
  badge.textContent = Number(found[1]) > 99 ? "99+" : found[1];
  badge.hidden = found[1] === "0";
}
