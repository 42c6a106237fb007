/** The lines of remarks, as their document's body is kept. */
export function remarkLines(body: string): readonly { readonly pointer: string; readonly text: string }[] {
  return (JSON.parse(body) as { readonly lines: readonly { readonly pointer: string; readonly text: string }[] }).lines;
}
