#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "graph/base/result.h"
#include "graph/store/database.h"
#include "graph/store/snapshot.h"

namespace chido {

/// The printable form of a key: two hexadecimal digits per byte.
std::string EncodeCursor(std::string_view key);
/// The key in a cursor. Errors: kInvalidArgument if it is not hexadecimal, or its key does not
/// begin with `prefix`.
Result<std::string> DecodeCursor(std::string_view cursor, std::string_view prefix);

/// Reads one page of the rows with a prefix. `decode(key, value, item)` fills an item and tells by
/// a `Result<bool>` whether it is wanted. The page ends with a `next` only if a wanted row follows.
template <typename T, typename Decode>
Result<Page<T>> ReadPage(RowCursor& rows, std::string_view prefix, std::size_t limit,
                         std::string_view cursor, const Decode& decode) {
  rows.Seek(prefix);
  if (!cursor.empty()) {
    CHIDO_ASSIGN(std::string after, DecodeCursor(cursor, prefix));
    after.push_back('\0');
    rows.Seek(after);
  }
  Page<T> page;
  std::string last;
  for (; rows.Valid() && rows.key().starts_with(prefix); rows.Next()) {
    T item{};
    CHIDO_ASSIGN(const bool wanted, decode(rows.key(), rows.value(), item));
    if (!wanted) continue;
    if (page.items.size() == std::max<std::size_t>(limit, 1)) {
      page.next = EncodeCursor(last);
      return page;
    }
    last = rows.key();
    page.items.push_back(std::move(item));
  }
  CHIDO_TRY(rows.status());
  return page;
}

}  // namespace chido
