// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/common_folder.h"

#include <algorithm>

namespace boxwright {

void CommonFolder::add(const QString &path)
{
    const QStringView folder = QStringView(path).left(path.lastIndexOf(u'/') + 1);
    if (m_isFirst) {
        m_path = folder.toString();
        m_isFirst = false;
        return;
    }
    if (folder == m_path)
        return;
    const auto [end, other] = std::mismatch(m_path.cbegin(), m_path.cend(), folder.cbegin(), folder.cend());
    m_path.truncate(end - m_path.cbegin());
    m_path.truncate(m_path.lastIndexOf(u'/') + 1);
}

} // namespace boxwright
