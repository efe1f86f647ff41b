// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstddef>

namespace boxwright {

/// Finds the local file that an annotation means by "a/b.jpg", "C:\data\b.jpg", "s3://bucket/a/b.jpg" or an address
/// with percent signs. Only files below the image folder (or, where none is given, below the annotations' folder) are
/// ever found, whatever the annotation says: the spelling is matched against a listing of that folder, never opened.
/// Belongs to one reading.
class ImageLocator
{
public:
    /// `address` ("s3://bucket/folder") stands for the folder: what begins with it lies exactly where the rest says.
    ImageLocator(const QString &annotationFolder, const QString &imageFolder, const QString &address = {});

    /// Among these images, whose paths start from one folder (or are all absolute).
    explicit ImageLocator(QStringList paths);

    /// Path of the image whose end agrees with most parts of the spelling (at least its file name; letter case
    /// aside); empty where there is none, or where two agree equally well.
    [[nodiscard]] QString locate(const QString &spelling) const;
    /// The same for a spelling without the file name's ending ("a/b").
    [[nodiscard]] QString locateStem(const QString &spelling) const;

private:
    /// Images by their file names (or names without ending).
    struct Names
    {
        /// Those whose last folders are the same.
        struct Place
        {
            qsizetype image = -1; ///< in m_paths
            qsizetype count = 0;
            qsizetype whole = -1; ///< that has no more folders
            qsizetype wholes = 0;
        };
        QHash<QString, QList<qsizetype>> images; ///< lower-case name -> places in m_paths
        QHash<std::size_t, Place> places;        ///< of names that many have: hash of name and last folders
    };
    void indexPaths();
    void indexFolders(Names &names) const;
    [[nodiscard]] QString findAmongMany(const Names &names, const QStringList &parts) const;
    struct Found
    {
        qsizetype rank = 0; ///< rises with the agreeing parts at the end
        QString path;
        bool isAmbiguous = false;
    };
    [[nodiscard]] QString findExactly(const QString &below) const;
    [[nodiscard]] QString find(const Names &names, const QString &spelling) const;
    [[nodiscard]] Found best(const QList<qsizetype> &candidates, const QStringList &parts) const;

    QStringList m_paths;
    Names m_byName;
    Names m_byStem;
    qsizetype m_rootLength = 0;
    QString m_address; ///< with '/' at its end; empty for none
};

} // namespace boxwright
