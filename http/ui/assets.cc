#include "http/ui/assets.h"

// Set around the bytes of http/ui/dist by embed.S.
extern "C" {
extern const char chido_ui_index_begin[], chido_ui_index_end[];
extern const char chido_ui_script_begin[], chido_ui_script_end[];
extern const char chido_ui_style_begin[], chido_ui_style_end[];
}

namespace chido {
namespace {

std::string_view Between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::optional<UiAsset> FindUiAsset(std::string_view path) {
  if (path == "/" || path == "/index.html") {
    return UiAsset{"text/html; charset=utf-8", Between(chido_ui_index_begin, chido_ui_index_end)};
  }
  if (path == "/app.js") {
    return UiAsset{"text/javascript; charset=utf-8",
                   Between(chido_ui_script_begin, chido_ui_script_end)};
  }
  if (path == "/app.css") {
    return UiAsset{"text/css; charset=utf-8", Between(chido_ui_style_begin, chido_ui_style_end)};
  }
  return std::nullopt;
}

}  // namespace chido
