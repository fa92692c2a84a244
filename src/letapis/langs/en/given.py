"""English given names, and those of other languages as English news write them."""

from __future__ import annotations

from letapis.langs.base import words

__all__ = ["GIVEN"]

GIVEN = words("""
    James John Robert Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony
    Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Timothy Ronald Edward Jason Jeffrey
    Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory
    Alexander Frank Patrick Raymond Jack Dennis Jerry Tyler Aaron Jose Adam Nathan Henry Douglas Zachary
    Peter Kyle Ethan Walter Noah Jeremy Christian Keith Roger Terry Austin Sean Gerald Carl Harold Dylan
    Arthur Lawrence Jordan Jesse Bryan Billy Bruce Gabriel Joe Logan Alan Juan Albert Willie Elijah Wayne
    Randy Vincent Mason Roy Ralph Bobby Russell Bradley Philip Phillip Eugene Luke Luis Carlos Liam Oliver
    Harry Oscar Leo Theo Alfie Archie Freddie Charlie Max Isaac Lucas Toby Jake Owen Connor Callum Ewan Ian
    Neil Graham Nigel Simon Stuart Trevor Geoffrey Colin Duncan Malcolm Derek Barry Clive Howard Hugh Keir
    Boris Rishi Jim Jimmy Bob Bill Tom Tommy Dick Rick Ricky Mike Mick Dave Danny Dan Ben Sam Nick Tony
    Steve Chris Matt Andy Greg Jeff Ted Ed Eddie Fred Ron Ronnie Ken Kenny Don Donny Doug Phil Pete Ray Will
    Rob Bert Gus Hank Hal Kurt Karl Klaus Hans Otto Jonny Johnny Josh Jon Geoff Alex Al Stan Stanley Sid
    Clark Craig Curtis Dale Dean Drew Duane Earl Edgar Edwin Elmer Ernest Floyd Franklin Glen Glenn Gordon
    Harvey Herbert Herman Homer Hubert Irving Ivan Jay Joel Julian Kirk Lance Lee Leon Leonard Leroy Leslie
    Lester Lewis Lionel Lloyd Louis Lyle Marc Marcus Mario Marshall Martin Marvin Maurice Melvin Milton
    Mitchell Morris Neal Nelson Norman Norris Orlando Otis Perry Preston Quentin Rafael Ramon Rex Roland
    Ross Rudy Rufus Salvador Saul Seth Shane Shaun Shawn Sherman Sidney Spencer Terrence Theodore Todd
    Travis Troy Vernon Victor Virgil Wade Wallace Warren Wendell Wesley Wilbur Wilfred Winston Woodrow
    Xavier Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty
    Margaret Sandra Ashley Kimberly Emily Donna Michelle Carol Amanda Dorothy Melissa Deborah Stephanie
    Rebecca Sharon Laura Cynthia Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha
    Katherine Christine Debra Rachel Carolyn Janet Catherine Maria Heather Diane Ruth Julie Olivia Joyce
    Virginia Victoria Kelly Lauren Christina Joan Evelyn Judith Megan Andrea Cheryl Hannah Jacqueline Martha
    Gloria Teresa Ann Sara Madison Frances Kathryn Janice Jean Abigail Alice Julia Judy Sophia Grace Denise
    Amber Doris Marilyn Danielle Beverly Isabella Theresa Diana Natalie Brittany Charlotte Marie Kayla
    Alexis Lori Jane Kate Katie Kathy Cathy Sue Susie Sally Peggy Penny Pam Patty Pat Maggie Meg Mandy Becky
    Beth Betsy Liz Lizzie Lucy Lily Chloe Ella Ellen Elaine Eleanor Esther Ethel Eva Eve Fiona Flora
    Florence Gail Georgia Geraldine Gertrude Gina Gwen Harriet Hazel Heidi Hilary Hillary Holly Ida Irene
    Iris Isabel Jackie Jan Jenny Jill Jo Joanna Joanne Jodie Josephine Joy Juanita Kay Kristin Leah Lillian
    Lois Lorraine Louise Lydia Lynn Mabel Marcia Margie Maureen Maxine Melanie Mildred Miranda Molly Monica
    Nadine Naomi Norma Paula Pauline Phyllis Rhonda Rita Robin Rosa Rose Rosemary Roxanne Sabrina Sheila
    Sherry Sophie Stacy Stella Suzanne Sylvia Tammy Tanya Tara Tiffany Tina Tracy Valerie Vanessa Vera
    Veronica Vicki Vivian Wanda Wendy Whitney Yolanda Yvonne Zoe Barack Condoleezza Nikki Kamala Vladimir
    Volodymyr Dmitry Dmitri Sergei Sergey Mikhail Nikolai Nikolay Alexei Aleksei Alexey Andrei Andrey Igor
    Oleg Yuri Yury Viktor Yevgeny Evgeny Maxim Maksim Konstantin Kirill Pavel Petro Oleksandr Oleksiy Andriy
    Serhiy Mykola Mykhailo Dmytro Yulia Yuliya Tetiana Tatiana Tatyana Natalia Natalya Svetlana Olga Olha
    Irina Iryna Oksana Olena Elena Ekaterina Kateryna Anastasia Alyaksandr Aliaksandr Alexandra Aliaksandra
    Siarhei Dzmitry Uladzimir Mikalai Ihar Aleh Viktar Andrej Maryia Hanna Volha Tatsiana Sviatlana Ales
    Stsiapan Natallia Yauhen Vital Franak Zianon Tadeusz Andrzej Jaroslaw Lech Mateusz Wojciech Krzysztof
    Piotr Pawel Tomasz Marek Jerzy Ewa Agnieszka Dalia Gitanas Vytautas Olaf Helmut Gerhard Wolfgang Jürgen
    Juergen Friedrich Heinrich Franz Ursula Annalena Francois François Emmanuel Jacques Pierre Nicolas
    Marine Michel Philippe Giorgia Silvio Giuseppe Luigi Paolo Giovanni Pedro Miguel Javier Fernando
    Francisco Antonio Pablo Hugo Diego Jorge Manuel Evo Hassan Hussein Ahmed Ahmad Mohammed Muhammad Mohamed
    Mahmoud Ali Omar Osama Saddam Abdullah Abdul Ibrahim Ismail Khalid Tariq Yasser Yasir Mustafa Recep
    Ariel Ehud Yitzhak Shimon Moshe Benazir Pervez Imran Rajiv Sonia Narendra Manmohan Indira Mahatma Kim Xi
    Hu Jiang Deng Mao Chen Wei Junichiro Shinzo Hamid Bashar Moammar Nouri Jalal Moqtada Muqtada Iyad Ayad
    """)
