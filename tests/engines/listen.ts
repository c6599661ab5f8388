/** Stands before all other code of a page: keeps what the page complains of, which not every engine tells its driver. */
export function listen(): void {
  const complaints: string[] = ((window as unknown as { complaints: string[] }).complaints = []);
  const { error } = console;
  console.error = (...values: unknown[]) => {
    complaints.push(`console: ${values.map(String).join(" ")}`);
    error.apply(console, values);
  };
  window.addEventListener("error", ({ message }) => complaints.push(`thrown: ${message}`));
  window.addEventListener("unhandledrejection", ({ reason }) => complaints.push(`unhandled: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
    complaints.push(`policy: ${violatedDirective} ${blockedURI} ${sourceFile}:${lineNumber}`),
  );
}
