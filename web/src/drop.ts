/** Takes the files that are dropped on an element. */
export function take_drops(element: HTMLElement, open_file: (file: File) => void): void {
  element.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  element.addEventListener('drop', (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    open_file(file);
  });
}
