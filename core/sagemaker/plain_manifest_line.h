// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sagemaker/annotation_json.h"

#include <QHash>

namespace boxwright {

/// The fast way through the lines of a manifest: one walk over each that has one attribute with boxes, no escapes in
/// what is needed, nothing wrong with any box. Names and sizes are remembered, since most lines repeat them. Used from
/// one thread.
class PlainManifestParser
{
public:
    enum class Extra
    {
        Kept,
        LeftOut ///< AnnotatedImage::extra stays empty, for those who only count and compare
    };

    explicit PlainManifestParser(Extra extra = Extra::Kept)
        : m_extra(extra)
    {
    }

    /// What the full parser gives (`extra` spells numbers and spaces as the line does); nothing for every line that is
    /// not plain, valid or not: those are the full parser's.
    std::optional<AnnotatedImage> parse(QByteArrayView line);

private:
    using ClassNames = QMap<int, QString>;
    const ClassNames *namesOf(QByteArrayView classMap);

    Extra m_extra;
    QByteArray m_attributeKey; ///< of the line before, raw
    QString m_attribute;
    QByteArray m_sizeText; ///< of the line before, raw
    QSize m_size;
    QHash<QByteArray, ClassNames> m_maps; ///< raw text -> what it says
};

} // namespace boxwright
