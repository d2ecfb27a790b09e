// Tells whoever waits for a long run how far it is.

#ifndef SHOPGAUGE_CORE_BASE_PROGRESS_H_
#define SHOPGAUGE_CORE_BASE_PROGRESS_H_

namespace shopgauge {

struct Progress {
  // Called now and then with what is done of `all`, and once with all of it; null: nobody waits.
  void (*tell)(void* listener, int done, int all) = nullptr;
  void* listener = nullptr;

  void operator()(int done, int all) const {
    if (tell != nullptr) {
      tell(listener, done, all);
    }
  }
};

}  // namespace shopgauge

#endif  // SHOPGAUGE_CORE_BASE_PROGRESS_H_
