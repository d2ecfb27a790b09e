// Stands in embed.html: tells the page around the frame how high the element is, and nothing else. One wrapper is measured, and nothing inside it
// looks at the frame's own height, so no answer leads to another.
(function () {
  var gauge = document.querySelector('shop-gauge');
  var wrapper = document.getElementById('frame');
  var last = 0;

  /** What stands fast or follows the window's height on a page of its own does not in a frame that is as high as its content. */
  var rules = ':host { display: flex !important; flex-direction: column; border-radius: 0 !important; } .frame { order: 1; } .bar { border-radius: 0 !important; }' +
    '.trial-bar { position: static !important; } .bottom { position: static !important; border: 0 !important; border-radius: 0 !important; }' +
    '.sheet { height: auto !important; max-height: 100% !important; margin: 0 auto auto !important; border-radius: 0 0 16px 16px !important; }';
  // Where a browser cannot adopt a sheet (Safari before 16.4), the form opens at the frame's lower end.
  var adopts = 'adoptedStyleSheets' in document && 'replaceSync' in CSSStyleSheet.prototype;
  var sheet = adopts && new CSSStyleSheet();
  if (sheet) sheet.replaceSync(rules);

  function calm() {
    var root = gauge.shadowRoot;
    if (root && sheet && root.adoptedStyleSheets.indexOf(sheet) < 0) root.adoptedStyleSheets = root.adoptedStyleSheets.concat(sheet);
  }

  function tell() {
    if (last && parent !== window) parent.postMessage({shopgauge: 1, height: last}, '*');
  }

  function measure() {
    calm();
    var height = Math.ceil(wrapper.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    tell();
  }

  new ResizeObserver(measure).observe(wrapper);
  // Browsers do not lay out a frame that is far from being seen, unless they are asked for its height: so it is asked for a while, and after each result.
  var looks = 0;
  setInterval(function () {
    if (++looks <= 30) measure();
  }, 500);
  addEventListener('shopgauge-change', function () {
    looks = 0;
  });
  addEventListener('message', function (event) {
    if (event.source === parent && event.data && event.data.shopgauge === 1 && event.data.ask === 1) tell();
  });

  // embed.html?accent=1c5bd6: the author's colour. The rest of the state is the page's, behind the #.
  var accent = /[?&]accent=([0-9a-f]{6})(&|$)/i.exec(location.search);
  if (accent) gauge.style.setProperty('--shopgauge-accent', '#' + accent[1]);
})();
