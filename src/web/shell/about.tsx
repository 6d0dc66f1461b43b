/** Whose work is in the page: its licences ask to be told. */
export function About() {
  const licences = document.getElementById('licences')?.textContent ?? '';
  return (
    <details class="about">
      <summary>关于本页和所用的开源软件</summary>
      <p>均衡（junheng），MIT 许可。页面里还有以下软件：</p>
      <pre>{licences}</pre>
    </details>
  );
}
