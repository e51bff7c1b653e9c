#pragma once

#include "linker/reading/draft.h"

namespace chido::meeting {

/// Adds the hamlets and quarters that hold a gathering to the bodies: *khu phố 5, phường A tổ chức
/// Ngày hội …*. Elsewhere they are places. Reads the stages dates, places and bodies.
void AddHamlets(Draft& draft);

}  // namespace chido::meeting
