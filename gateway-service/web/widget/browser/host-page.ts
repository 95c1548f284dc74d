/** A page with nothing but the widget; what it says on the tag comes from the query. */
export function hostPage({ pathname, searchParams }: URL): string {
  const data = [...searchParams].map(([name, value]) => `data-${name}="${value}"`).join(' ');
  const html = pathname === '/rtl' ? '<html lang="ar" dir="rtl">' : '<html lang="en">';
  return `<!doctype html>${html}<meta name="viewport" content="width=device-width">
    <title>Host</title><body><main><h1>Host page</h1><button id="outside">Outside</button></main>
    <script src="/widget/loader.js" ${data}></script>`;
}
