#pragma once

#include <optional>
#include <string_view>

namespace chido {

/// One file of the web page, embedded at build time. Views live as long as the process.
struct UiAsset {
  std::string_view content_type;
  std::string_view bytes;
};

/// The file behind a path ("/" is the page itself); none for paths that the page does not have.
/// Thread-safe.
std::optional<UiAsset> FindUiAsset(std::string_view path);

}  // namespace chido
