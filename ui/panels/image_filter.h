// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dataset.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace boxwright {

/// What the filter line asks for: words of the file name, and terms
///   state:unreviewed|reviewed|empty|broken   class:NAME   split:train|validation|test|none   has:labels|suggestions
/// All must hold; two terms of one kind are alternatives ("class:bee class:wasp"). "-term" turns a term or word around.
/// A value with spaces stands in quotes. A pure function of text and image.
class ImageFilter
{
public:
    ImageFilter() = default;
    /// Terms that are not understood are taken as words and told by unknownTerms().
    explicit ImageFilter(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] QStringList unknownTerms() const { return m_unknown; }
    [[nodiscard]] bool matches(const ImageRecord &image, const Dataset &dataset) const;

private:
    enum class Kind
    {
        Word,
        State,
        Class,
        Split,
        Has,
    };
    struct Term
    {
        Kind kind = Kind::Word;
        QString value;
        bool isNegated = false;
    };

    static std::optional<Term> parsed(const QString &token);
    static bool holds(const Term &term, const ImageRecord &image, const Dataset &dataset);

    QList<Term> m_terms;
    QStringList m_unknown;
};

} // namespace boxwright
