// The generator's own theme without its web fonts: the page's colours and type.
import theme from 'vitepress/theme-without-fonts';
import './shopgauge.css';

export default theme;
