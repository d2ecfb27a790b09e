// Opens Firefox ESR for the tests, over WebDriver BiDi.
import puppeteer from 'puppeteer-core';

export const open_firefox = () => puppeteer.launch({browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true});
