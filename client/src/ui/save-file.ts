/**
 * Lets the browser save a file that the page has made. By an address that means nothing afterwards: what browsers remember
 * of a download must not hold what is in it.
 */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
