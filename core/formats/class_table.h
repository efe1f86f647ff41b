// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QStringList>

namespace boxwright {

/// Turns the class ids of files, which may have gaps and may differ from file to file, into indexes of one list of
/// names. First all names are collected, then sorted by id once, so that ids without gaps keep their numbers; names
/// that turn up later are appended. Belongs to one reading.
class ClassTable
{
public:
    /// Collects the names of one file or line. A name that is there keeps its lowest id.
    void collect(const QMap<int, QString> &names);
    /// Ends the collecting: names are ordered by id, then by first appearance.
    void sort();

    [[nodiscard]] const QStringList &names() const { return m_names; }

    /// The index of a class: by the entry's own names, else by what other entries call that id, else a new class
    /// "class-7". A name that is new is appended.
    int indexOf(int id, const QMap<int, QString> &names);
    /// The index of a name, appended where it is new.
    int indexOf(const QString &name);
    [[nodiscard]] bool contains(const QString &name) const { return m_places.contains(name); }
    /// A class of its own, for files that tell classes by their numbers: one whose name is taken is called "name (7)",
    /// by its index or the next number that is free. Its index.
    int append(const QString &name);

private:
    QStringList m_names;
    QList<int> m_ids;             ///< lowest id of each name while collecting
    QHash<QString, int> m_places; ///< name -> index
    QMap<int, QString> m_nameOfId;
};

} // namespace boxwright
