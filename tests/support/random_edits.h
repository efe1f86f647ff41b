// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/edit/document.h"

#include <QByteArray>

#include <random>

namespace boxwright {

/// Edits a document at random through every command, undo and redo, as a person without a plan would. The same seed on
/// the same document makes the same edits. Keeps the document small.
class RandomEdits
{
public:
    RandomEdits(Document &document, quint64 seed);

    /// Whether models find things meanwhile, which no undo takes back. They do unless told otherwise.
    void setFinding(bool isFinding) { m_isFinding = isFinding; }

    /// One edit, undo or redo; some change nothing.
    void step();

private:
    int number(int below);
    ImageId anyImage();
    ClassId anyClass();
    Box anyBox();
    QList<LabelId> someLabels(ImageId image);
    QList<SuggestionId> someSuggestions(ImageId image);
    void editLabels(int kind);
    void editSuggestions(int kind);
    QList<Suggestion> someFindings();
    void editImages(int kind);
    void editClasses(int kind);
    void learn();
    template<class T, class... Values>
    void push(Values &&...values);

    Document &m_document;
    std::mt19937_64 m_generator;
    bool m_isFinding = true;
};

/// Every value of a data set as text: two data sets are equal when their texts are.
QByteArray everyValue(const Dataset &dataset);

} // namespace boxwright
