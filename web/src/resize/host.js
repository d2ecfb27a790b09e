// Stands on the host's page as shopgauge-resize.js: gives each <iframe data-shopgauge> the height that its own document asks for. Classic script
// in old syntax, no dependencies. A message counts only from the window and the origin of such a frame, in this one shape, within bounds; it
// carries a height and nothing else.
(function () {
  var least = 80;
  var most = 30000;
  /** A change of fewer pixels is an echo of our own. */
  var echo = 4;

  function frames() {
    return document.querySelectorAll('iframe[data-shopgauge]');
  }

  function height_in(message) {
    var has = Object.prototype.hasOwnProperty;
    if (!message || typeof message !== 'object' || !has.call(message, 'shopgauge') || message.shopgauge !== 1 || !has.call(message, 'height')) return 0;
    var height = message.height;
    return typeof height === 'number' && height >= least && height <= most ? Math.ceil(height) : 0;
  }

  /** A sandboxed frame has no origin of its own, which is written as "null". */
  function origin_of(frame) {
    var link = document.createElement('a');
    link.href = frame.src;
    return frame.hasAttribute('sandbox') && !/allow-same-origin/.test(frame.getAttribute('sandbox')) ? 'null' : link.origin;
  }

  function fit(frame, height) {
    var border = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    if (Math.abs(frame.clientHeight - height) >= echo) frame.style.height = height + border + 'px';
  }

  addEventListener('message', function (event) {
    var height = event.source && height_in(event.data);
    var all = height ? frames() : [];
    for (var at = 0; at < all.length; ++at) {
      if (all[at].contentWindow === event.source && event.origin === origin_of(all[at])) fit(all[at], height);
    }
  });

  // Frames that were ready before this script are asked; later ones speak by themselves.
  for (var all = frames(), at = 0; at < all.length; ++at) {
    if (all[at].contentWindow) all[at].contentWindow.postMessage({shopgauge: 1, ask: 1}, '*');
  }
})();
