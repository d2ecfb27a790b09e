// What the site says itself, in both languages.
export const words = {
  'zh-CN': {
    label: '简体中文', title: '店铺考核计算器 ShopGauge', description: '看懂平台的评分与考核规则：每个数字都有来源，商家自查、帮助页嵌入、开发者调用。',
    sellers: '给商家', rules: '规则全文', authors: '给帮助页作者', developers: '给开发者', calculator: '打开计算器',
    outline: '本页目录', previous: '上一页', next: '下一页', menu: '菜单', top: '回到顶部', theme: '外观', light: '浅色', dark: '深色', languages: '语言', skip: '跳到正文',
    not_found: {title: '没有这一页', quote: '地址可能写错了，或者这一页已经搬走。', linkText: '回到首页', linkLabel: '回到首页'},
    search: {buttonText: '搜索', buttonAriaLabel: '搜索', noResultsText: '没有找到', resetButtonTitle: '清空', backButtonTitle: '关闭', displayDetails: '显示详情',
      footer: {selectText: '打开', navigateText: '上下选择', closeText: '关闭', selectKeyAriaLabel: '回车', navigateUpKeyAriaLabel: '上', navigateDownKeyAriaLabel: '下', closeKeyAriaLabel: 'Esc'}},
    footer: '与任何平台无关，以商家后台显示为准。',
  },
  en: {
    label: 'English', title: 'ShopGauge', description: "What platforms' scores and assessments mean, each number with its source: for sellers, for authors of help pages, for developers.",
    sellers: 'For sellers', rules: 'The rules', authors: 'For help-page authors', developers: 'For developers', calculator: 'Open the calculator',
    outline: 'On this page', previous: 'Previous', next: 'Next', menu: 'Menu', top: 'Back to top', theme: 'Appearance', light: 'Light', dark: 'Dark', languages: 'Languages', skip: 'Skip to content',
    not_found: {title: 'There is no such page', quote: 'The address may be mistyped, or the page has moved.', linkText: 'To the first page', linkLabel: 'To the first page'},
    search: {buttonText: 'Search', buttonAriaLabel: 'Search', noResultsText: 'Nothing found for', resetButtonTitle: 'Clear', backButtonTitle: 'Close', displayDetails: 'Show details',
      footer: {selectText: 'open', navigateText: 'choose', closeText: 'close', selectKeyAriaLabel: 'Enter', navigateUpKeyAriaLabel: 'up', navigateDownKeyAriaLabel: 'down', closeKeyAriaLabel: 'Escape'}},
    footer: "Not affiliated with any platform: what the platform's back office shows decides.",
  },
};
