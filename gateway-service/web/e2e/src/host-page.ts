import { createServer, type Server } from 'node:http';

/** Somebody else's page with the widget on it: another origin, and a policy as strict as it can be. */
export class HostPage {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  /** On a port of its own unless one is given; with the usual snippet unless there is another. */
  static serve(parlor: string, own: { port?: number; snippet?: string } = {}): Promise<HostPage> {
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy(parlor));
      response.end(page(own.snippet ?? usual(parlor)));
    });
    return new Promise((ready) => {
      server.listen(own.port ?? 0, '127.0.0.1', () => {
        const address = server.address();
        const port = typeof address === 'object' && address !== null ? address.port : 0;
        ready(new HostPage(server, `http://127.0.0.1:${port}/`));
      });
    });
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}

const policy = (parlor: string) =>
  `default-src 'none'; script-src ${parlor}; connect-src ${parlor} ${parlor.replace('http', 'ws')}; img-src ${parlor} data:`;

const usual = (parlor: string) => `<script src="${parlor}/widget/loader.js" async></script>`;

const page = (snippet: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Fernweh Coffee</title></head>
  <body>
    <h1>Fernweh Coffee</h1>
    <p>Single origins, roasted on Tuesdays.</p>
    ${snippet}
  </body>
</html>`;
