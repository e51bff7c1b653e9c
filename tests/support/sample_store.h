#pragma once

#include <memory>
#include <string_view>

#include "graph/store/store.h"
#include "tests/support/temporary_folder.h"

namespace chido::testing {

/// A small store of four invented articles with readings made by hand, linked as the product links
/// them: who answers questions can be tested without the reader.
///
///   daklak-2023   H'Wên Êban and Trần Quang Vịnh co-chair at Krông Ana on 2023-07-21 (year
///                 inferred); she cites 35-NQ/TW and 04-QC/TU of Tỉnh ủy Đắk Lắk
///   daklak-2021   H'Wên Êban chairs on 2021-03-10 and cites 35-NQ/TW
///   laichau-2022  Trần Quang Vinh, one tone apart, chairs; 35-NQ/TW and another 04-QC/TU
///   noplace-2024  another Trần Quang Vịnh chairs somewhere; 85-QĐ/TW replaces 30-QĐ/TW
///
/// Trần Quang Vinh and H'Wên Êban were judged different. The id `kMerged` was merged into H'Wên
/// Êban's.
class SampleStore {
 public:
  static constexpr EntityId kMerged{0x00000000000000FF};

  SampleStore();
  Store& store() { return *store_; }
  /// The entity of the type whose label is `label`; the first by id. Ends the test if there is
  /// none.
  EntityId Find(EntityType type, std::string_view label) const;
  /// The document whose source id is `source_id`.
  EntityId Document(std::string_view source_id) const;

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace chido::testing
