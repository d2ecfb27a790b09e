// Looks words up and measures them for a terminal.

#include "core/cli/texts.h"

#include <algorithm>
#include <utility>

namespace shopgauge::cli {
namespace {

// The title of the first object with this id below `at`.
const Json* find_title(const Json& at, std::string_view id) {
  const Json* own = at.find("id");
  const Json* title = at.find("title");
  if (own != nullptr && own->string == id && title != nullptr) {
    return title;
  }
  for (const JsonMember& member : at.members) {
    if (const Json* found = find_title(member.value, id)) {
      return found;
    }
  }
  for (const Json& item : at.items) {
    if (const Json* found = find_title(item, id)) {
      return found;
    }
  }
  return nullptr;
}

const Json* find_item(const Json& list, const std::string& id) {
  const auto found = std::find_if(list.items.begin(), list.items.end(),
                                  [&](const Json& one) { return one.find("id")->string == id; });
  return found == list.items.end() ? nullptr : &*found;
}

// The metric of the first node with this id below `at`: an indicator has its metric's title.
const Json* find_metric_of(const Json& at, std::string_view id) {
  for (const Json& node : at.items) {
    const Json* nodes = node.find("nodes");
    const Json* found = node.find("id")->string == id ? node.find("metric")
                        : nodes == nullptr            ? nullptr
                                                      : find_metric_of(*nodes, id);
    if (found != nullptr) {
      return found;
    }
  }
  return nullptr;
}

bool is_wide(std::uint32_t code_point) {
  return (code_point >= 0x1100 && code_point <= 0x115F) ||
         (code_point >= 0x2E80 && code_point <= 0xA4CF) ||
         (code_point >= 0xAC00 && code_point <= 0xD7A3) ||
         (code_point >= 0xF900 && code_point <= 0xFAFF) ||
         (code_point >= 0xFE30 && code_point <= 0xFE4F) ||
         (code_point >= 0xFF00 && code_point <= 0xFF60) ||
         (code_point >= 0xFFE0 && code_point <= 0xFFE6);
}

}  // namespace

Texts::Texts(Json table, std::string language, const Json* document)
    : table_(std::move(table)), language_(std::move(language)), document_(document) {}

std::string Texts::get(const std::string& key, const std::vector<Param>& params) const {
  const Json* found = table_.find(key);
  std::string text = found == nullptr ? key : found->string;
  for (const Param& param : params) {
    const std::string name = "{" + param.name + "}";
    for (std::size_t at = text.find(name); at != std::string::npos;
         at = text.find(name, at + param.value.size())) {
      text.replace(at, name.size(), param.value);
    }
  }
  return text;
}

std::string Texts::pick(const Json& text) const {
  const Json* found = text.find(language_);
  return found == nullptr ? "" : found->string;
}

std::string Texts::program() const {
  return document_ == nullptr ? "" : pick(*document_->find("title"));
}

std::string Texts::title(const std::string& id) const {
  if (document_ != nullptr) {
    const Json* metrics = document_->find("metrics");
    const Json* found = metrics == nullptr ? nullptr : find_title(*metrics, id);
    found = found == nullptr ? find_title(*document_, id) : found;
    if (found != nullptr) {
      return pick(*found);
    }
    const Json* score = document_->find("score");
    const Json* nodes = score == nullptr ? nullptr : score->find("nodes");
    const Json* metric = nodes == nullptr ? nullptr : find_metric_of(*nodes, id);
    if (metric != nullptr && metric->string != id) {
      return title(metric->string);
    }
    const Json* texts = document_->find("texts");
    if (texts != nullptr && texts->find("stage." + id) != nullptr) {
      return text_of("stage." + id);
    }
    const Json* profile = document_->find("profile_texts");
    const std::string path = id.rfind("profile.", 0) == 0 ? id.substr(8) : id;
    if (profile != nullptr && profile->find(path) != nullptr) {
      return pick(*profile->find(path)->find("title"));
    }
  }
  if (id.rfind("given.", 0) == 0) {
    return title(id.substr(6));
  }
  const std::string weight = "profile.weights.";
  if (id.rfind(weight, 0) == 0) {
    return title(id.substr(weight.size())) + " · " + get("part.weight");
  }
  return has("adjustment." + id)  ? get("adjustment." + id)
         : has("enrolment." + id) ? get("enrolment." + id)
                                  : get(id);
}

const Json* Texts::metric(const std::string& id) const {
  const Json* metrics = document_ == nullptr ? nullptr : document_->find("metrics");
  return metrics == nullptr ? nullptr : find_item(*metrics, id);
}

bool Texts::is_rate(const std::string& id) const {
  const Json* found = metric(id);
  const Json* standards = document_ == nullptr ? nullptr : document_->find("standards");
  const Json* standard =
      found != nullptr || standards == nullptr ? nullptr : find_item(*standards, id);
  const Json* score = document_ == nullptr ? nullptr : document_->find("score");
  if (standard != nullptr) {
    found = metric(standard->find("metric")->string);
  } else if (found == nullptr && score != nullptr) {
    const Json* of = find_metric_of(*score->find("nodes"), id);
    found = of == nullptr ? nullptr : metric(of->string);
  }
  return found != nullptr && found->find("kind")->string == "rate";
}

std::string Texts::title_in(const std::string& list, const std::string& id) const {
  const Json* at = document_ == nullptr ? nullptr : document_->find(list);
  const Json* found = at == nullptr ? nullptr : find_title(*at, id);
  return found == nullptr ? id : pick(*found);
}

std::string Texts::text_of(const std::string& id) const {
  const Json* texts = document_ == nullptr ? nullptr : document_->find("texts");
  const Json* found = texts == nullptr ? nullptr : texts->find(id);
  return found != nullptr ? pick(*found) : get(id);
}

std::string Texts::phase(const std::string& id) const {
  const Json* cycle = document_ == nullptr ? nullptr : document_->find("cycle");
  const Json* phases = cycle == nullptr ? nullptr : cycle->find("phases");
  for (std::size_t i = 0; phases != nullptr && i < phases->items.size(); ++i) {
    const Json& known = phases->items[i];
    if (known.find("id")->string == id) {
      const Json* title = known.find("title");
      const Json* shown = known.find("phase");
      return title != nullptr ? pick(*title)
                              : get("phase." + (shown != nullptr ? shown->string : id));
    }
  }
  return get("phase." + id);
}

std::string Texts::check(const std::string& standard) const {
  const Json* cycle = document_ == nullptr ? nullptr : document_->find("cycle");
  const Json* phases = cycle == nullptr ? nullptr : cycle->find("phases");
  for (std::size_t i = 0; phases != nullptr && i < phases->items.size(); ++i) {
    const Json* checks = phases->items[i].find("checks");
    for (std::size_t j = 0; checks != nullptr && j < checks->items.size(); ++j) {
      const Json& known = checks->items[j];
      if (known.find("standard")->string == standard) {
        return pick(*known.find("title"));
      }
    }
  }
  return title(standard);
}

std::string Texts::word(const std::string& word) const {
  const Json* texts = document_ == nullptr ? nullptr : document_->find("texts");
  if (texts != nullptr && texts->find("store_type." + word) != nullptr) {
    return text_of("store_type." + word);
  }
  const Json* tables = document_ == nullptr ? nullptr : document_->find("rows");
  for (std::size_t i = 0; language_ == "en" && tables != nullptr && i < tables->items.size(); ++i) {
    if (const Json* english = tables->items[i].find("words")->find(word)) {
      return english->string;
    }
  }
  return word;
}

std::string Texts::titles(const Json& ids) const {
  std::string list;
  for (const Json& id : ids.items) {
    list += (list.empty() ? "" : language_ == "en" ? ", " : "、") + title(id.string);
  }
  return list;
}

std::string Texts::place(const std::string& pointer) const {
  std::string words;
  const auto add = [&](const std::string& word) { words += (words.empty() ? "" : " · ") + word; };
  const Json* at = document_;
  std::string part;
  for (std::size_t begin = 1; at != nullptr && begin < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin), pointer.size());
    const std::string step = pointer.substr(begin, end - begin);
    const bool in_list = at->is(Json::Kind::array);
    const std::size_t index = in_list ? std::stoul(step) : 0;
    at = !in_list ? at->find(step) : index < at->items.size() ? &at->items[index] : nullptr;
    part = in_list ? part : step;
    begin = end + 1;
    const Json* id = at == nullptr ? nullptr : at->find("id");
    const Json* event = at == nullptr ? nullptr : at->find("event");
    const Json* check = at == nullptr ? nullptr : at->find("standard");
    if (event != nullptr) {
      add(get("event." + event->string));
    } else if (check != nullptr) {
      add(pick(*at->find("title")));
    } else if (id != nullptr && (at->find("title") != nullptr || has("phase." + id->string))) {
      add(has("phase." + id->string) ? phase(id->string) : title(id->string));
    }
  }
  if (has("part." + part)) {
    add(get("part." + part));
  }
  return words.empty() ? pointer : words;
}

std::size_t columns(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1U : lead < 0xE0 ? 2U : lead < 0xF0 ? 3U : 4U;
    std::uint32_t code_point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t j = 1; j < length && i + j < text.size(); ++j) {
      code_point = (code_point << 6U) | (static_cast<unsigned char>(text[i + j]) & 0x3FU);
    }
    width += is_wide(code_point) ? 2U : 1U;
    i += length;
  }
  return width;
}

std::string pad(std::string text, std::size_t width, bool right) {
  const std::size_t taken = columns(text);
  const std::string space(taken < width ? width - taken : 0, ' ');
  return right ? space + text : text + space;
}

}  // namespace shopgauge::cli
