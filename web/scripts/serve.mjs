// Serves the built page on a free loopback port and opens Chromium on it; for tests and screenshots.
import {chromium} from 'playwright-core';
import {fileURLToPath} from 'node:url';
import {preview} from 'vite';

const web = fileURLToPath(new URL('../', import.meta.url));

/** The page, or what else the settings of Vite name. */
export async function serve(settings = {root: web}) {
  const server = await preview({...settings, logLevel: 'silent', preview: {host: '127.0.0.1', port: 0}});
  const {port} = server.httpServer.address();
  return {origin: `http://127.0.0.1:${port}`, stop: () => server.close()};
}

export const chromium_path = '/usr/bin/chromium';
export const chromium_switches = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function open_browser() {
  return chromium.launch({executablePath: chromium_path, args: chromium_switches});
}
