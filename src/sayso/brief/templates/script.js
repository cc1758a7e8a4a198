(function () {
  "use strict";
  var back = document.getElementById("back");
  var origin = null;
  var pushed = false;

  function numbers(element) {
    return (element.getAttribute("data-c") || "").split(" ").filter(Boolean);
  }

  function clear() {
    document.querySelectorAll(".on:not(.key .on)").forEach(function (e) { e.classList.remove("on"); });
  }

  function marks(wanted) {
    return Array.prototype.filter.call(document.querySelectorAll("#sources mark[data-c]"), function (mark) {
      return numbers(mark).some(function (n) { return wanted.indexOf(n) >= 0; });
    });
  }

  function show(from, wanted) {
    var lit = marks(wanted);
    if (!lit.length) { return false; }
    clear();
    lit.forEach(function (mark) { mark.classList.add("on"); });
    var line = from.closest(".line");
    if (line) { line.classList.add("on"); }
    var first = marks(wanted.slice(0, 1))[0] || lit[0];
    first.setAttribute("tabindex", "-1");
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    origin = from;
    back.hidden = false;
    remember(from.getAttribute("href") || "#sources");
    return true;
  }

  // One step of history while words are shown, so that the browser's own Back leads to the line as well.
  function remember(address) {
    if (pushed) { history.replaceState(null, "", address); } else { history.pushState(null, "", address); }
    pushed = true;
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[data-c]");
    if (link) {
      if (show(link, numbers(link))) { event.preventDefault(); }
      return;
    }
    if (event.target.closest("a, button") || String(window.getSelection())) { return; }
    var line = event.target.closest(".line[data-c]");
    if (line) { show(line.querySelector("a[data-c]") || line, numbers(line)); return; }
    var mark = event.target.closest("#sources mark[data-c]");
    if (mark) { trace(mark); }
  });

  function trace(mark) {
    var wanted = numbers(mark);
    var lines = Array.prototype.filter.call(document.querySelectorAll(".line[data-c]"), function (line) {
      return numbers(line).some(function (n) { return wanted.indexOf(n) >= 0; });
    });
    if (!lines.length) { return; }
    clear();
    mark.classList.add("on");
    lines.forEach(function (line) { line.classList.add("on"); });
    lines[0].scrollIntoView({ block: "center" });
  }

  function goBack() {
    if (!origin || back.hidden) { return; }
    origin.scrollIntoView({ block: "center" });
    origin.focus({ preventScroll: true });
    back.hidden = true;
  }

  function leave() {
    goBack();
    if (pushed) { pushed = false; history.back(); }
  }

  history.scrollRestoration = "manual";
  window.addEventListener("popstate", function () {
    if (pushed) { pushed = false; goBack(); }
  });
  back.addEventListener("click", leave);
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !back.hidden) { leave(); }
  });
})();
