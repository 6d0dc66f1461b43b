// In words of 2009 and a classic script of its own, since it must run where the page itself cannot: in browsers that are too old,
// and in those that 360 and others turn into Internet Explorer. In place of a blank page it says what to do.
(function () {
  var page = document.getElementById('page');
  var script = document.createElement('script');
  var able =
    'noModule' in script &&
    'adoptedStyleSheets' in document &&
    'Worker' in window &&
    'Promise' in window &&
    'replaceAll' in String.prototype &&
    'HTMLDialogElement' in window &&
    'showModal' in window.HTMLDialogElement.prototype;

  function tell() {
    var words = document.createElement('p');
    words.setAttribute('role', 'alert');
    words.appendChild(
      document.createTextNode(
        '本页在这个浏览器里打不开，多半是浏览器太旧。请用 Edge 或 Chrome（109 版以上）、Firefox（115 版以上）打开本页。' +
          '用 360、QQ、搜狗等浏览器的，请在地址栏旁把“兼容模式”换成“极速模式”，再刷新。',
      ),
    );
    while (page.firstChild) page.removeChild(page.firstChild);
    // the page looks for its place by this name, and leaves this one alone
    page.id = 'unable';
    page.appendChild(words);
  }

  if (!able) tell();
  else if (window.addEventListener) {
    // whatever else a browser stumbled over: by then the page has been drawn, and every job draws a main element
    window.addEventListener('load', function () {
      if (page.getElementsByTagName('main').length === 0) tell();
    });
  }
})();
